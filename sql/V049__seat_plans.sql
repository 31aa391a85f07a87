-- A large hall comes at once, and until its statistics are made a session keeps the plans of small tables: reading every
-- seat for one. These functions always have an index to go by.
alter function encore.hold_seats(bigint, bigint, bigint[], integer[], bigint[], timestamptz, timestamptz)
  set enable_seqscan = off;
alter function encore.adjacent_seats(bigint, integer, boolean, bigint[])
  set enable_seqscan = off;
alter function encore.adjacent_seats(bigint, integer, boolean, bigint[])
  set enable_sort = off;
