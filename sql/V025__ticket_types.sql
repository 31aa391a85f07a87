-- What a ticket type may be besides a name with a price: hidden, of a price that the fan chooses, an add-on, a bundle,
-- on sale earlier for some; and what fans are asked at checkout.

alter table encore.ticket_type
  add column hidden boolean not null default false,
  add column open_price boolean not null default false,
  add column base_type_id bigint,
  add column max_per_base integer,
  add column bundle boolean not null default false,
  add column early boolean not null default false,
  add constraint fk_ticket_type_base_type_id foreign key (base_type_id) references encore.ticket_type (id),
  add constraint ck_ticket_type_add_on check ((base_type_id is null) = (max_per_base is null) and max_per_base >= 1),
  add constraint ck_ticket_type_base_type_id check (base_type_id <> id);
create index ix_ticket_type_base_type_id on encore.ticket_type (base_type_id) where base_type_id is not null;
comment on column encore.ticket_type.open_price is 'True: the fan chooses the price, at least price_minor.';
comment on column encore.ticket_type.bundle is 'True: bundle_part says what one of it gives; it is no ticket itself.';
comment on column encore.ticket_type.early is 'True: presale says who may buy before sale_from.';

create table encore.bundle_part (
  bundle_type_id bigint  not null,
  ticket_type_id bigint  not null,
  quantity       integer not null,
  constraint pk_bundle_part primary key (bundle_type_id, ticket_type_id),
  constraint fk_bundle_part_bundle_type_id foreign key (bundle_type_id) references encore.ticket_type (id),
  constraint fk_bundle_part_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint ck_bundle_part_ticket_type_id check (bundle_type_id <> ticket_type_id),
  constraint ck_bundle_part_quantity check (quantity between 1 and 20)
);
create index ix_bundle_part_ticket_type_id on encore.bundle_part (ticket_type_id);

-- Kinds of rules that open a sale early. A new kind is a row here and a case in the code that checks it.
create table encore.presale_kind (
  code text not null,
  constraint pk_presale_kind primary key (code)
);
insert into encore.presale_kind (code) values ('MEDALS');

-- Who meets any rule of a type may buy it from opens_at on. MEDALS: subject is an artist's code, amount so many medals.
create table encore.presale (
  ticket_type_id bigint      not null,
  kind           text        not null,
  subject        text        not null,
  amount         bigint      not null,
  opens_at       timestamptz not null,
  constraint pk_presale primary key (ticket_type_id, kind, subject),
  constraint fk_presale_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint fk_presale_kind foreign key (kind) references encore.presale_kind (code),
  constraint ck_presale_amount check (amount >= 1)
);

create table encore.event_question (
  id             bigint  generated always as identity,
  event_id       bigint  not null,
  code           text    not null,
  ticket_type_id bigint,
  per_ticket     boolean not null,
  kind           text    not null,
  label          text    not null,
  choices        text[]  not null default '{}',
  required       boolean not null,
  place          integer not null,
  retired        boolean not null default false,
  constraint pk_event_question primary key (id),
  constraint uq_event_question_event_id_code unique (event_id, code),
  constraint fk_event_question_event_id foreign key (event_id) references encore.live_event (id),
  constraint fk_event_question_ticket_type_id foreign key (ticket_type_id) references encore.ticket_type (id),
  constraint ck_event_question_kind check (kind in ('TEXT', 'CHOICE', 'YES_NO')),
  constraint ck_event_question_label check (length(label) between 1 and 200),
  constraint ck_event_question_choices check ((kind = 'CHOICE') = (cardinality(choices) > 1))
);
create index ix_event_question_ticket_type_id on encore.event_question (ticket_type_id);
comment on column encore.event_question.ticket_type_id is 'Asked only of orders with this type; null of all.';

-- Answers may be about a person, so they stand in a table of their own whose rows may be erased.
create table encore.order_answer (
  order_id       bigint  not null,
  question_id    bigint  not null,
  ticket_type_id bigint  not null default 0,
  ticket_number  integer not null default 0,
  answer         text    not null,
  constraint pk_order_answer primary key (order_id, question_id, ticket_type_id, ticket_number),
  constraint fk_order_answer_order_id foreign key (order_id) references encore.ticket_order (id),
  constraint fk_order_answer_question_id foreign key (question_id) references encore.event_question (id),
  constraint ck_order_answer_answer check (length(answer) between 1 and 1000)
);
create index ix_order_answer_question_id on encore.order_answer (question_id);
comment on column encore.order_answer.ticket_number is 'From 1 within order and type; 0, as the type, for answers about the order.';
