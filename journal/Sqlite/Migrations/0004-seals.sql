-- The seals: one Merkle tree (RFC 6962) over the hashes of all events in the order of the feed. Leaf n, from 0, is the event at a position.
CREATE TABLE seal_leaves (leaf INTEGER PRIMARY KEY, position INTEGER NOT NULL UNIQUE);

-- 256 neighbouring hashes of one height, 32 bytes each: level 0 holds the leaf hashes, level 1 the roots of full tiles of level 0, and so on.
CREATE TABLE seal_tiles (level INTEGER NOT NULL, number INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number));

-- Signed texts, exactly as they are given out: how each key entered, and what the tree was at a size.
CREATE TABLE seal_keys (number INTEGER PRIMARY KEY, statement TEXT NOT NULL);
CREATE TABLE seal_checkpoints (size INTEGER PRIMARY KEY, checkpoint TEXT NOT NULL);
