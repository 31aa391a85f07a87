-- Several orders that one payment pays: those of one fan in one currency. What a capture brings is shared out by these
-- rows, so that a payment that comes late, twice or for orders that were paid otherwise meanwhile always ends in tickets
-- or goes back, part by part.

create table encore.ticket_cart (
  id           bigint      generated always as identity,
  code         text        not null,
  account_id   bigint      not null,
  currency     text        not null,
  total_minor  bigint      not null,
  call_key     text        not null,
  request_hash text        not null,
  placed_at    timestamptz not null,
  constraint pk_ticket_cart primary key (id),
  constraint uq_ticket_cart_code unique (code),
  constraint uq_ticket_cart_account_id_call_key unique (account_id, call_key),
  constraint ck_ticket_cart_code check (code like 'CART-%'),
  constraint ck_ticket_cart_total check (total_minor >= 0)
);

create table encore.cart_order (
  cart_id      bigint not null,
  order_id     bigint not null,
  amount_minor bigint not null,
  constraint pk_cart_order primary key (cart_id, order_id),
  constraint fk_cart_order_cart_id foreign key (cart_id) references encore.ticket_cart (id),
  constraint fk_cart_order_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint ck_cart_order_amount check (amount_minor > 0)
);
create index ix_cart_order_order_id on encore.cart_order (order_id);

comment on table encore.cart_order is 'Orders that cost nothing are not here: they were sold when they were placed.';
comment on column encore.cart_order.amount_minor is 'The order''s share of what the cart''s payment pays.';

create trigger forbid_change before update or delete or truncate on encore.cart_order
  for each statement execute function encore.forbid_change();
revoke update, delete, truncate on encore.cart_order from encore_app;

-- Locks all orders of a cart by their reservations, then the ticket types of all of them: who moves tickets in several
-- calls of one transaction takes the locks of all types first.
create function encore.lock_cart(p_cart text) returns void language plpgsql as $$
declare
  v_types bigint[];
begin
  perform from encore.ticket_reservation r
    where r.id in (select o.reservation_id from encore.ticket_cart c
                     join encore.cart_order x on x.cart_id = c.id
                     join encore.ticket_order o on o.id = x.order_id where c.code = p_cart)
    order by r.id for update;
  select array_agg(distinct l.ticket_type_id) into v_types
    from encore.ticket_cart c
    join encore.cart_order x on x.cart_id = c.id
    join encore.ticket_order o on o.id = x.order_id
    join encore.reservation_line l on l.reservation_id = o.reservation_id
   where c.code = p_cart;
  if v_types is not null then
    perform encore.lock_tickets(v_types);
  end if;
end
$$;

-- An account takes over what guests bought, carts too: those with its own confirmed address, and one whose mail it can
-- show (0 for none). Payments are locked before reservations, as news of payments do it. Tickets keep their codes: they
-- stay with the same person. What the guests do afterwards is theirs again until it is taken over, too. Answers how
-- many orders.
create or replace function encore.join_guests(p_account bigint, p_guest bigint) returns integer language plpgsql as $$
declare
  v_guests bigint[];
  v_orders integer;
begin
  select array_agg(found.id) into v_guests
    from (select g.id from encore.account g
            join encore.account a on a.id = p_account and a.status = 'ACTIVE'
           where g.status = 'GUEST' and (lower(g.email) = lower(a.email) or g.id = p_guest)
           order by g.id for update of g) as found;
  if v_guests is null then
    return 0;
  end if;
  perform from encore.payment where account_id = any (v_guests) order by id for update;
  perform from encore.ticket_reservation where account_id = any (v_guests) order by id for update;
  update encore.payment set account_id = p_account where account_id = any (v_guests);
  -- keys of several people may be alike; codes are not
  update encore.ticket_reservation set account_id = p_account, call_key = code where account_id = any (v_guests);
  update encore.ticket_cart set account_id = p_account, call_key = code where account_id = any (v_guests);
  update encore.ticket_order set account_id = p_account, call_key = code where account_id = any (v_guests);
  get diagnostics v_orders = row_count;
  update encore.ticket set account_id = p_account where account_id = any (v_guests);
  update encore.person_share set account_id = p_account where account_id = any (v_guests);
  update encore.promo_use set account_id = p_account where account_id = any (v_guests);
  update encore.account set joined_account_id = p_account where id = any (v_guests);
  return v_orders;
end
$$;
