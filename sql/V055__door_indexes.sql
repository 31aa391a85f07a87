-- Where a ticket stands on a list was looked for among all of the list, as long as that was small when a session first came.
drop index encore.ix_admission_list_id;
create index ix_admission_list_id on encore.admission (list_id, ticket_id);

-- A scan writes the time into the ticket; no index has it any more, so that the row is all that changes. Who counts the
-- tickets of an event finds them by the other index of the event.
drop index encore.ix_ticket_event_id;
alter table encore.ticket set (fillfactor = 85);
