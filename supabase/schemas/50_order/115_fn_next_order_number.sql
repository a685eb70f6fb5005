create sequence private.order_numbers;

create function private.next_order_number(p_timezone text)
returns text
language sql
volatile
set search_path = ''
as $$
  select to_char(now() at time zone p_timezone, 'YYMMDD') || lpad(nextval('private.order_numbers')::text, 6, '0');
$$;
comment on function private.next_order_number(text) is 'Order number people can read out: local date and a running number.';

