import GRDB

/// The tables, as the history of how they came about. A migration that was released is never changed: what is new comes as a further one.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 sessions, cells, outputs") { database in
            try database.execute(
                sql: """
                    CREATE TABLE sessions (
                        id INTEGER PRIMARY KEY,
                        key TEXT NOT NULL,
                        engine TEXT NOT NULL,
                        seed INTEGER NOT NULL,
                        started REAL NOT NULL,
                        ended REAL,
                        ending TEXT
                    );
                    CREATE TABLE cells (
                        id INTEGER PRIMARY KEY,
                        session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
                        count INTEGER,
                        cell TEXT,
                        source TEXT NOT NULL,
                        status TEXT NOT NULL,
                        started REAL NOT NULL,
                        duration REAL NOT NULL,
                        engine TEXT NOT NULL,
                        seed INTEGER NOT NULL
                    );
                    CREATE INDEX cells_session ON cells (session, count);
                    CREATE TABLE outputs (
                        id INTEGER PRIMARY KEY,
                        cell INTEGER NOT NULL REFERENCES cells (id) ON DELETE CASCADE,
                        kind TEXT NOT NULL,
                        name TEXT
                    );
                    CREATE INDEX outputs_cell ON outputs (cell);
                    CREATE TABLE contents (
                        output INTEGER NOT NULL REFERENCES outputs (id) ON DELETE CASCADE,
                        position INTEGER NOT NULL,
                        type TEXT NOT NULL,
                        form TEXT NOT NULL,
                        content BLOB NOT NULL,
                        PRIMARY KEY (output, position)
                    ) WITHOUT ROWID;
                    """)
        }
        // Commits are rows of cells, and what belongs to one cell lies side by side: a cell then touches two or three pages of the file, where it would touch thirteen.
        migrator.registerMigration("2 states, bindings, pieces") { database in
            try database.execute(
                sql: """
                    ALTER TABLE sessions ADD COLUMN head INTEGER;
                    ALTER TABLE sessions ADD COLUMN moved INTEGER;
                    DROP INDEX cells_session;
                    ALTER TABLE cells ADD COLUMN parent INTEGER;
                    ALTER TABLE cells ADD COLUMN random INTEGER;
                    ALTER TABLE cells ADD COLUMN number INTEGER;
                    ALTER TABLE cells ADD COLUMN name TEXT;
                    ALTER TABLE cells ADD COLUMN digest INTEGER;
                    ALTER TABLE cells ADD COLUMN reads BLOB;
                    ALTER TABLE cells ADD COLUMN checked INTEGER;
                    ALTER TABLE cells ADD COLUMN pruned INTEGER;
                    ALTER TABLE cells ADD COLUMN label TEXT;
                    CREATE TABLE parts (
                        cell INTEGER NOT NULL REFERENCES cells (id) ON DELETE CASCADE,
                        output INTEGER NOT NULL,
                        position INTEGER NOT NULL,
                        kind TEXT NOT NULL,
                        name TEXT,
                        type TEXT,
                        form TEXT,
                        content BLOB,
                        PRIMARY KEY (cell, output, position)
                    ) WITHOUT ROWID;
                    INSERT INTO parts SELECT cell, id, coalesce(position, 0), kind, name, type, form, content FROM outputs LEFT JOIN contents ON output = id;
                    DROP TABLE contents;
                    DROP TABLE outputs;
                    ALTER TABLE parts RENAME TO outputs;
                    CREATE TABLE programs (
                        cell INTEGER NOT NULL REFERENCES cells (id) ON DELETE CASCADE,
                        position INTEGER NOT NULL,
                        number INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        source TEXT NOT NULL,
                        digest INTEGER NOT NULL,
                        PRIMARY KEY (cell, position)
                    ) WITHOUT ROWID;
                    CREATE TABLE bindings (
                        cell INTEGER NOT NULL REFERENCES cells (id) ON DELETE CASCADE,
                        slot INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        type TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        content BLOB NOT NULL,
                        spilled INTEGER NOT NULL,
                        pieces BLOB NOT NULL,
                        checked INTEGER NOT NULL,
                        problem TEXT,
                        PRIMARY KEY (cell, slot)
                    ) WITHOUT ROWID;
                    CREATE TABLE pieces (
                        hash BLOB PRIMARY KEY,
                        heap INTEGER NOT NULL,
                        offset INTEGER NOT NULL,
                        size INTEGER NOT NULL,
                        checked INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
