-- The seals: one Merkle tree (RFC 6962) over the hashes of all events in the order of the feed. Leaf n, from 0, is the event with that tx and position.
CREATE TABLE citygrains.seal_leaves (leaf bigint PRIMARY KEY, tx bigint NOT NULL, position bigint NOT NULL UNIQUE);

-- 256 neighbouring hashes of one height, 32 bytes each: level 0 holds the leaf hashes, level 1 the roots of full tiles of level 0, and so on.
CREATE TABLE citygrains.seal_tiles (level integer NOT NULL, number bigint NOT NULL, hashes bytea NOT NULL, PRIMARY KEY (level, number));
ALTER TABLE citygrains.seal_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL; -- hashes do not compress

-- Signed texts, exactly as they are given out: how each key entered, and what the tree was at a size.
CREATE TABLE citygrains.seal_keys (number bigint PRIMARY KEY, statement text COLLATE "C" NOT NULL);
CREATE TABLE citygrains.seal_checkpoints (size bigint PRIMARY KEY, checkpoint text COLLATE "C" NOT NULL);
