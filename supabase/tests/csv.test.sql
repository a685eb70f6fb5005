-- CSV is read as spreadsheets write it, and written so that no spreadsheet runs it.
begin;
create temporary table cases (content text, wanted jsonb) on commit drop;
insert into cases values
  ('', '[[""]]'), ('a,b', '[["a", "b"]]'), (E'a,b\n', '[["a", "b"]]'), (E'a,b\r\nc,d\r\n', '[["a", "b"], ["c", "d"]]'),
  (E'a\rb', '[["a"], ["b"]]'), (E',\n', '[["", ""]]'), (E'a,,c\n,,', '[["a", "", "c"], ["", "", ""]]'),
  (U&'\FEFFtype,name\000A', '[["type", "name"]]'), ('"a,b",c', '[["a,b", "c"]]'), ('"a""b"', '[["a\"b"]]'), ('""', '[[""]]'), ('"""",x', '[["\"", "x"]]'),
  (E'"line one\r\nline two",b\nc,d', '[["line one\r\nline two", "b"], ["c", "d"]]'), ('a"b,c', '[["a\"b", "c"]]'), (' a , b ', '[[" a ", " b "]]'),
  ('"a","b","c"', '[["a", "b", "c"]]'), (E'"a"\n"b"', '[["a"], ["b"]]'), ('牛肉面,"辣,微辣"', '[["牛肉面", "辣,微辣"]]'), (E'a\n\nb', '[["a"], [""], ["b"]]');
select plan((select count(*)::int from cases) + 12);
select is((select jsonb_agg(l.cells order by l.line_number) from private.parse_csv(c.content) l), c.wanted, 'reads ' || replace(replace(c.content, E'\n', '\n'), E'\r', '\r'))
from cases c;
select throws_ok($$ select * from private.parse_csv('"a"b,c') $$, 'PT422', 'catalog.csv_invalid', 'nothing follows a closing quote');
select throws_ok($$ select * from private.parse_csv('a,"b') $$, 'PT422', 'catalog.csv_invalid', 'a quote is closed');
select is(private.csv_cell(v), w, 'writes ' || w) from (values
  ('a', 'a'), ('a,b', '"a,b"'), ('say "hi"', '"say ""hi"""'), (E'a\nb', E'"a\nb"'), (' a', '" a"'),
  ('=SUM(A1)', '''=SUM(A1)'), ('-1', '''-1'), ('@x', '''@x'), (E'\t=1', E'''\t=1')) c (v, w);
select is((select string_agg(v, '|') from (values ('=1+1'), ('-5'), ('''=x'), ('''plain'), ('''''-'), (E'"q",\n '), ('')) c (v)
    where private.csv_value((select l.cells[1] from private.parse_csv(private.csv_cell(v)) l)) <> v),
  null, 'what is written is read back');
select * from finish();
rollback;
