-- Whoever takes the number of a reservation has a transaction number before: the inventory ledger waits for older
-- transactions, and would take a reservation for missing whose transaction got its number after it.
create function encore.take_transaction_number() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end
$$;
create trigger take_transaction_number before insert on encore.ticket_reservation
  for each statement execute function encore.take_transaction_number();
