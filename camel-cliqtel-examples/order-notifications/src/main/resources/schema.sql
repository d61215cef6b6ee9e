create table if not exists orders (
  n bigint generated always as identity primary key,
  id varchar(40) not null unique,
  phone varchar(30) not null,
  item varchar(100) not null,
  status varchar(40) not null,
  reason varchar(500),
  message_id bigint,
  tries int not null,
  version bigint not null,
  placed_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  looked_at timestamp with time zone not null
);
create index if not exists orders_message_id on orders (message_id);
