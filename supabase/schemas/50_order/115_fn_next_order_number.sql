create sequence private.order_numbers;

create function private.next_order_number(p_timezone text)
returns text
language sql
volatile
set search_path = ''
as $$
  select to_char(now() at time zone p_timezone, 'YYMMDD')
    || case when n < 1000000 then lpad(n::text, 6, '0') else n::text end
  from nextval('private.order_numbers') n;
$$;
comment on function private.next_order_number(text) is 'Order number people can read out: local date and a running number.';

