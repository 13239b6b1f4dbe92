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
        migrator.registerMigration("2 commits, programs, bindings, pieces") { database in
            try database.execute(
                sql: """
                    ALTER TABLE sessions ADD COLUMN head INTEGER;
                    CREATE TABLE commits (
                        id INTEGER PRIMARY KEY,
                        session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
                        parent INTEGER,
                        cell INTEGER REFERENCES cells (id) ON DELETE SET NULL,
                        count INTEGER NOT NULL,
                        random INTEGER NOT NULL,
                        made REAL NOT NULL,
                        label TEXT,
                        pruned INTEGER NOT NULL DEFAULT 0
                    );
                    CREATE INDEX commits_session ON commits (session);
                    CREATE TABLE programs (
                        id INTEGER PRIMARY KEY,
                        made INTEGER NOT NULL REFERENCES commits (id) ON DELETE CASCADE,
                        number INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        source TEXT NOT NULL,
                        digest INTEGER NOT NULL
                    );
                    CREATE INDEX programs_commit ON programs (made);
                    CREATE TABLE bindings (
                        made INTEGER NOT NULL REFERENCES commits (id) ON DELETE CASCADE,
                        slot INTEGER NOT NULL,
                        name TEXT NOT NULL,
                        type TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        content BLOB NOT NULL,
                        spilled INTEGER NOT NULL,
                        pieces BLOB NOT NULL,
                        digest BLOB NOT NULL,
                        problem TEXT,
                        PRIMARY KEY (made, slot)
                    ) WITHOUT ROWID;
                    CREATE TABLE reads (
                        made INTEGER NOT NULL REFERENCES commits (id) ON DELETE CASCADE,
                        slot INTEGER NOT NULL,
                        PRIMARY KEY (made, slot)
                    ) WITHOUT ROWID;
                    CREATE TABLE pieces (
                        hash BLOB PRIMARY KEY,
                        heap INTEGER NOT NULL,
                        offset INTEGER NOT NULL,
                        size INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
