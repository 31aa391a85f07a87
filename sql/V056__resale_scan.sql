-- Hardly a ticket is for sale when it is scanned, so that is asked first.
create or replace function encore.resale_follows_ticket() returns trigger language plpgsql as $$
begin
  if exists (select from encore.resale_offer where ticket_id = new.id and status = 'OPEN') then
    with ended as (
      update encore.resale_offer set status = 'VOID', ended_at = clock_timestamp()
       where ticket_id = new.id and status = 'OPEN' returning code, seller_account_id, issue)
    insert into encore.ticket_step (ticket_id, kind, transfer, owner_account_id, issue, at)
      select new.id, 'NOT_FOR_SALE', ended.code, new.account_id, new.issue, clock_timestamp() from ended;
  end if;
  return null;
end
$$;
