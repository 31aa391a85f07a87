-- Where a ticket stands on a list was looked for among all of the list, as long as that was small when a session first came.
drop index encore.ix_admission_list_id;
create index ix_admission_list_id on encore.admission (list_id, ticket_id);
