-- Pictures and documents are compressed already: to try it once more only costs time, each time one is stored.
alter table encore.stored_file alter column content set storage external;
