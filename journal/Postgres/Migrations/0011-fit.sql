-- Rows change often: pages keep room for their next versions, and what fits a page is not compressed, which costs more than writing it.
ALTER TABLE citygrains.agreements SET (fillfactor = 66, toast_tuple_target = 8160);
ALTER TABLE citygrains.cities SET (fillfactor = 66, toast_tuple_target = 8160);
