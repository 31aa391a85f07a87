-- Guests: people who buy without an account. A guest is an account that nobody can sign in to, so that everything that
-- names an account (holds, orders, payments, refunds, limits) works for her as for everybody.

alter table encore.account
  drop constraint ck_account_status,
  add constraint ck_account_status check (status in ('UNCONFIRMED', 'ACTIVE', 'SUSPENDED', 'GUEST')),
  add column guest_address text,
  add column joined_account_id bigint,
  add constraint fk_account_joined_account_id foreign key (joined_account_id) references encore.account (id),
  add constraint ck_account_guest_address check ((status = 'GUEST') = (guest_address is not null)),
  add constraint ck_account_joined_account_id check (status = 'GUEST' or joined_account_id is null);

comment on column encore.account.guest_address is
  'The address as it counts for limits per person: small letters, nothing after a plus sign; null for accounts.';
comment on column encore.account.joined_account_id is 'Account that took the guest''s orders over last; null before.';

-- Whoever types an address need not own it, so guests neither need an address of their own nor keep it from anybody.
drop index encore.uq_account_email;
create unique index uq_account_email on encore.account (lower(email)) where status <> 'GUEST';
create index ix_account_guest_email on encore.account (lower(email)) where status = 'GUEST';
create index ix_account_guest_address on encore.account (guest_address) where guest_address is not null;
create index ix_account_guest_created_at on encore.account (created_at) where status = 'GUEST';
create index ix_account_joined_account_id on encore.account (joined_account_id) where joined_account_id is not null;

-- What opens a guest's orders: in the cookie of her browser or a program's token, and in the links of her mails.
create table encore.guest_pass (
  token_hash text        not null,
  account_id bigint      not null,
  by_mail    boolean     not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint pk_guest_pass primary key (token_hash),
  constraint fk_guest_pass_account_id foreign key (account_id) references encore.account (id) on delete cascade
);
create index ix_guest_pass_account_id on encore.guest_pass (account_id);
create index ix_guest_pass_expires_at on encore.guest_pass (expires_at);

comment on table encore.guest_pass is 'Secrets of 256 bits, stored as SHA-256.';
comment on column encore.guest_pass.by_mail is 'True: it was sent to the guest''s address, so whoever has it reads her mail.';

-- All accounts that count as one person for limits. An account is a person, with the guests whose orders it took over;
-- guests with the same address are one person, with those who took orders of them over. That an address has an account
-- is never asked: a stranger who types it would learn of it.
create function encore.same_person(p_account bigint) returns bigint[] language plpgsql stable as $$
begin
  return array(
    select p_account
    union
    select g.id from encore.account me join encore.account g on g.guest_address = me.guest_address where me.id = p_account
    union
    select g.joined_account_id from encore.account me join encore.account g on g.guest_address = me.guest_address
      where me.id = p_account and g.joined_account_id is not null
    union
    select g.id from encore.account g where g.joined_account_id = p_account);
end
$$;

-- The id of a type of which the fan would get more than one person may have, or null. Behind the types' locks.
create or replace function encore.over_limit(p_account bigint, p_types bigint[], p_quantities integer[]) returns bigint
language plpgsql as $$
declare
  v_person bigint[] := encore.same_person(p_account);
begin
  return (select min(wanted.ticket_type)
            from (select ticket_type, sum(quantity) as quantity
                    from unnest(p_types, p_quantities) as line (ticket_type, quantity) group by ticket_type) as wanted
            join encore.ticket_type t on t.id = wanted.ticket_type
           where wanted.quantity + coalesce((select sum(s.quantity) from encore.person_share s
                   where s.ticket_type_id = t.id and s.account_id = any (v_person)), 0) > t.max_per_person);
end
$$;

-- Counts a use of a promo code: null, or why not: PROMO_GONE (used up, spent, out of its time, stopped) or PROMO_PERSON,
-- and then nothing has changed.
create or replace function encore.take_promo(p_promo bigint, p_account bigint, p_spent bigint, p_now timestamptz) returns text
language plpgsql as $$
declare
  v_limit integer;
begin
  update encore.promo_code
     set uses = uses + 1, spent_minor = spent_minor + p_spent
   where id = p_promo and active
     and (max_uses is null or uses < max_uses)
     and (budget_minor is null or spent_minor + p_spent <= budget_minor)
     and (valid_from is null or valid_from <= p_now) and (valid_until is null or valid_until > p_now)
  returning max_per_person into v_limit;
  if not found then
    return 'PROMO_GONE';
  end if;
  if v_limit <= (select count(*) from encore.promo_use
                  where promo_code_id = p_promo and account_id = any (encore.same_person(p_account))) then
    update encore.promo_code set uses = uses - 1, spent_minor = spent_minor - p_spent where id = p_promo;
    return 'PROMO_PERSON';
  end if;
  return null;
end
$$;

-- An account takes over what guests bought: those with its own confirmed address, and one whose mail it can show (0 for
-- none). Payments are locked before reservations, as news of payments do it. Tickets keep their codes: they stay with
-- the same person. What the guests do afterwards is theirs again until it is taken over, too. Answers how many orders.
create function encore.join_guests(p_account bigint, p_guest bigint) returns integer language plpgsql as $$
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
  update encore.ticket_order set account_id = p_account, call_key = code where account_id = any (v_guests);
  get diagnostics v_orders = row_count;
  update encore.ticket set account_id = p_account where account_id = any (v_guests);
  update encore.person_share set account_id = p_account where account_id = any (v_guests);
  update encore.promo_use set account_id = p_account where account_id = any (v_guests);
  update encore.account set joined_account_id = p_account where id = any (v_guests);
  return v_orders;
end
$$;
