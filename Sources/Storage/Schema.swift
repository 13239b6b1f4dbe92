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
        return migrator
    }
}
