-- What somebody on an event's team may do there, in finer parts than before: EDIT is the event itself now, DOOR its door.
alter table encore.event_member drop constraint ck_event_member_permissions;
update encore.event_member set permissions = array_replace(permissions, 'EDIT', 'DOOR') where 'EDIT' = any (permissions);
alter table encore.event_member add constraint ck_event_member_permissions
  check (cardinality(permissions) > 0
    and permissions <@ array['EDIT', 'ORDERS', 'SELL', 'REFUNDS', 'REPORTS', 'DOOR', 'CHECK_IN']);

-- The events at which an account may do this, or anything at all for null: what encore.may answers, for lists.
create function encore.events_of(p_account bigint, p_permission text) returns setof bigint
language plpgsql stable as $$
begin
  return query
    select id from encore.live_event where organizer_account_id = p_account
    union
    select event_id from encore.event_member
     where account_id = p_account and removed_at is null
       and (p_permission is null or p_permission = any (permissions));
end
$$;
