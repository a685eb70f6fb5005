create function private.gbk(p_text text)
returns bytea
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_bytes bytea := ''::bytea;
  v_char text;
begin
  begin
    return convert_to(p_text, 'GBK');
  exception when untranslatable_character then
    null;
  end;
  -- One by one: what the printer's font does not have becomes a question mark, the rest stays readable.
  foreach v_char in array regexp_split_to_array(p_text, '') loop
    begin
      v_bytes := v_bytes || convert_to(v_char, 'GBK');
    exception when untranslatable_character then
      v_bytes := v_bytes || '?'::bytea;
    end;
  end loop;
  return v_bytes;
end;
$$;
comment on function private.gbk(text) is
  'A text in GBK, as Chinese receipt printers read it. Its length in bytes is also its width in columns: a Chinese character takes two of each.';

create function private.ticket_line(p_left text, p_right text, p_columns int)
returns bytea
language sql
immutable
set search_path = ''
as $$
  with part as (
    select private.gbk(regexp_replace(p_left, '[[:cntrl:]]', ' ', 'g')) as left_bytes,
      private.gbk(regexp_replace(p_right, '[[:cntrl:]]', ' ', 'g')) as right_bytes
  )
  select case
    when length(left_bytes) + length(right_bytes) < p_columns
      then left_bytes || convert_to(repeat(' ', p_columns - length(left_bytes) - length(right_bytes)), 'GBK') || right_bytes
    -- What is too long for one line gets its amount on the next.
    else left_bytes || '\x0a'::bytea || convert_to(repeat(' ', greatest(0, p_columns - length(right_bytes))), 'GBK') || right_bytes
  end || '\x0a'::bytea
  from part;
$$;
comment on function private.ticket_line(text, text, int) is 'A line of a ticket with its left and right end, padded to the paper''s columns.';
