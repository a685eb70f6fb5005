-- The evaluator does what jsonlogic.com publishes: rule, data, answer. Every operator, with the conversions of JavaScript;
-- the answers are those of json-logic-js 2.0.5, against which packages/launcher also tries rules made at random.
begin;
select plan(40);
create temporary table cases (name text, list jsonb) on commit drop;
insert into cases values
  ('values pass through', $json$[
    [true, {}, true],
    [false, {}, false],
    [0, {}, 0],
    [-2.5, {}, -2.5],
    ["word", {}, "word"],
    ["", null, ""],
    [null, {"a":1}, null],
    [[1,"x",null], {}, [1,"x",null]],
    [{}, {"a":1}, {}],
    [{"a":1,"b":2}, {"a":3}, {"a":1,"b":2}],
    [[], {}, []]
  ]$json$),
  ('lists are evaluated inside', $json$[
    [[{"var":"a"},2,{"+":[1,2]}], {"a":1}, [1,2,3]],
    [[[{"var":"a"}]], {"a":"deep"}, [["deep"]]]
  ]$json$),
  ('==', $json$[
    [{"==":[1,1]}, {}, true],
    [{"==":[1,"1"]}, {}, true],
    [{"==":[1,"1.0"]}, {}, true],
    [{"==":[1,2]}, {}, false],
    [{"==":["a","a"]}, {}, true],
    [{"==":["a","A"]}, {}, false],
    [{"==":[0,false]}, {}, true],
    [{"==":[1,true]}, {}, true],
    [{"==":["",0]}, {}, true],
    [{"==":["",false]}, {}, true],
    [{"==":["0",false]}, {}, true],
    [{"==":["a",false]}, {}, false],
    [{"==":[null,false]}, {}, false],
    [{"==":[null,0]}, {}, false],
    [{"==":[null,null]}, {}, true],
    [{"==":[null]}, {}, true],
    [{"==":[[],""]}, {}, true],
    [{"==":[[],0]}, {}, true],
    [{"==":[[1],1]}, {}, true],
    [{"==":[[1,2],"1,2"]}, {}, true],
    [{"==":[" 7 ",7]}, {}, true],
    [{"==":["0x10",16]}, {}, true],
    [{"==":["1e2",100]}, {}, true],
    [{"==":["abc",0]}, {}, false]
  ]$json$),
  ('===', $json$[
    [{"===":[1,1]}, {}, true],
    [{"===":[1,"1"]}, {}, false],
    [{"===":[1,1.0]}, {}, true],
    [{"===":["x","x"]}, {}, true],
    [{"===":[null,null]}, {}, true],
    [{"===":[null,false]}, {}, false],
    [{"===":[true,true]}, {}, true],
    [{"===":[true,1]}, {}, false],
    [{"===":[null]}, {}, false]
  ]$json$),
  ('!= and !==', $json$[
    [{"!=":[1,2]}, {}, true],
    [{"!=":[1,"1"]}, {}, false],
    [{"!=":[0,false]}, {}, false],
    [{"!=":["a","b"]}, {}, true],
    [{"!=":[null,0]}, {}, true],
    [{"!==":[1,2]}, {}, true],
    [{"!==":[1,"1"]}, {}, true],
    [{"!==":[0,false]}, {}, true],
    [{"!==":["a","a"]}, {}, false],
    [{"!==":[null,null]}, {}, false]
  ]$json$),
  ('> >= < <=', $json$[
    [{">":[2,1]}, {}, true],
    [{">":[1,1]}, {}, false],
    [{">":["10",9]}, {}, true],
    [{">":["10","9"]}, {}, false],
    [{">":["b","a"]}, {}, true],
    [{">":["a",1]}, {}, false],
    [{">":[null,-1]}, {}, true],
    [{">":[true,0]}, {}, true],
    [{">":[1]}, {}, false],
    [{">=":[2,2]}, {}, true],
    [{">=":[1,2]}, {}, false],
    [{">=":["2",2]}, {}, true],
    [{">=":[null,0]}, {}, true],
    [{">=":[null,null]}, {}, true],
    [{">=":["x",0]}, {}, false],
    [{"<":[1,2]}, {}, true],
    [{"<":[2,1]}, {}, false],
    [{"<":[1,1]}, {}, false],
    [{"<":["1",2]}, {}, true],
    [{"<":["apple","banana"]}, {}, true],
    [{"<":[[],1]}, {}, true],
    [{"<":[[2],[10]]}, {}, false],
    [{"<":[{"var":"none"},1]}, {}, true],
    [{"<=":[1,1]}, {}, true],
    [{"<=":[2,1]}, {}, false],
    [{"<=":["",0]}, {}, true],
    [{"<=":["a","a"]}, {}, true]
  ]$json$),
  ('between', $json$[
    [{"<":[1,2,3]}, {}, true],
    [{"<":[1,1,3]}, {}, false],
    [{"<":[1,4,3]}, {}, false],
    [{"<":[0,{"var":"t"},100]}, {"t":37}, true],
    [{"<":[0,{"var":"t"},100]}, {"t":100}, false],
    [{"<=":[1,1,3]}, {}, true],
    [{"<=":[1,3,3]}, {}, true],
    [{"<=":[1,4,3]}, {}, false],
    [{"<=":[{"var":"from"},{"var":"h"},{"var":"to"}]}, {"from":9,"h":9,"to":17}, true]
  ]$json$),
  ('! and !!', $json$[
    [{"!":true}, {}, false],
    [{"!":[false]}, {}, true],
    [{"!":0}, {}, true],
    [{"!":"0"}, {}, false],
    [{"!":""}, {}, true],
    [{"!":[[]]}, {}, true],
    [{"!":[]}, {}, true],
    [{"!":[[0]]}, {}, false],
    [{"!":{"var":"x"}}, {"x":{}}, false],
    [{"!!":1}, {}, true],
    [{"!!":"0"}, {}, true],
    [{"!!":[[]]}, {}, false],
    [{"!!":[null]}, {}, false],
    [{"!!":{"var":"x"}}, {"x":{"y":0}}, true],
    [{"!!":[-1]}, {}, true]
  ]$json$),
  ('or and and', $json$[
    [{"or":[true,false]}, {}, true],
    [{"or":[false,true]}, {}, true],
    [{"or":[false,0,"",[],null]}, {}, null],
    [{"or":[0,"first","second"]}, {}, "first"],
    [{"or":[[],"x"]}, {}, "x"],
    [{"or":["0","x"]}, {}, "0"],
    [{"or":[3]}, {}, 3],
    [{"or":[{"var":"a"},{"var":"b"}]}, {"b":7}, 7],
    [{"or":[{"<":[{"var":"n"},5]},{"==":[{"var":"who"},"me"]}]}, {"n":9,"who":"me"}, true],
    [{"and":[true,true]}, {}, true],
    [{"and":[true,0,"never"]}, {}, 0],
    [{"and":[1,"x",3]}, {}, 3],
    [{"and":[[],true]}, {}, []],
    [{"and":["",true]}, {}, ""],
    [{"and":["0",2]}, {}, 2],
    [{"and":[5]}, {}, 5],
    [{"and":[{">":[{"var":"n"},1]},{"<":[{"var":"n"},9]}]}, {"n":5}, true],
    [{"and":[{"or":[false,{"var":"a"}]},{"!":{"var":"b"}}]}, {"a":1,"b":0}, true]
  ]$json$),
  ('if and ?:', $json$[
    [{"if":[]}, null, null],
    [{"if":["only"]}, null, "only"],
    [{"if":[true,"then"]}, null, "then"],
    [{"if":[false,"then"]}, null, null],
    [{"if":[true,"then","else"]}, null, "then"],
    [{"if":[0,"then","else"]}, null, "else"],
    [{"if":["0","then","else"]}, null, "then"],
    [{"if":[[],"then","else"]}, null, "else"],
    [{"if":[[0],"then","else"]}, null, "then"],
    [{"if":[{"var":"o"},"then","else"]}, {"o":{}}, "then"],
    [{"if":[false,1,true,2]}, null, 2],
    [{"if":[false,1,false,2]}, null, null],
    [{"if":[false,1,false,2,3]}, null, 3],
    [{"if":[false,1,true,2,3]}, null, 2],
    [{"if":[true,1,true,2,3]}, null, 1],
    [{"if":[false,1,false,2,false,3,4]}, null, 4],
    [{"if":[{"<":[{"var":"t"},0]},"ice",{"<":[{"var":"t"},100]},"water","steam"]}, {"t":55}, "water"],
    [{"if":[{"<":[{"var":"t"},0]},"ice",{"<":[{"var":"t"},100]},"water","steam"]}, {"t":-5}, "ice"],
    [{"if":[{"<":[{"var":"t"},0]},"ice",{"<":[{"var":"t"},100]},"water","steam"]}, {"t":101}, "steam"],
    [{"if":[true,{"cat":["a","b"]},{"unknown_in_a_branch_never_taken":1}]}, null, "ab"],
    [{"?:":[true,1,2]}, {}, 1],
    [{"?:":[false,1,2]}, {}, 2],
    [{"?:":[{">":[3,1]},"shown","hidden"]}, {}, "shown"]
  ]$json$),
  ('var', $json$[
    [{"var":"a"}, {"a":1}, 1],
    [{"var":["a"]}, {"a":1}, 1],
    [{"var":"b"}, {"a":1}, null],
    [{"var":["b",2]}, {"a":1}, 2],
    [{"var":["a",2]}, {"a":null}, null],
    [{"var":["a",2]}, {"a":false}, false],
    [{"var":"a.b"}, {"a":{"b":"c"}}, "c"],
    [{"var":"a.b.c"}, {"a":{"b":{"c":[1]}}}, [1]],
    [{"var":"a.q"}, {"a":{"b":1}}, null],
    [{"var":["a.q",9]}, {"a":{"b":1}}, 9],
    [{"var":["a.b.c",9]}, {"a":null}, 9],
    [{"var":"a.b"}, null, null],
    [{"var":["a",1]}, null, 1],
    [{"var":1}, ["zero","one"], "one"],
    [{"var":"1"}, ["zero","one"], "one"],
    [{"var":"1.0"}, ["zero",["deep"]], "deep"],
    [{"var":5}, ["zero"], null],
    [{"var":"list.length"}, {"list":[4,5,6]}, 3],
    [{"var":"text.length"}, {"text":"four"}, 4],
    [{"var":"text.1"}, {"text":"four"}, "o"],
    [{"var":""}, 7, 7],
    [{"var":""}, {"a":1}, {"a":1}],
    [{"var":null}, "whole", "whole"],
    [{"var":[]}, [1,2], [1,2]],
    [{"var":{"cat":["a",".","b"]}}, {"a":{"b":"computed"}}, "computed"],
    [{"var":[{"if":[{"var":"x"},"p","q"]},"none"]}, {"x":true,"p":"found"}, "found"],
    [{"var":"a.b"}, {"a.b":"never","a":{"b":"path"}}, "path"]
  ]$json$),
  ('missing', $json$[
    [{"missing":[]}, null, []],
    [{"missing":"a"}, {"a":1}, []],
    [{"missing":"a"}, null, ["a"]],
    [{"missing":["a","b"]}, {"a":1}, ["b"]],
    [{"missing":["a","b"]}, {"a":0,"b":false}, []],
    [{"missing":["a","b"]}, {"a":"","b":null}, ["a","b"]],
    [{"missing":["a.b","a.c"]}, {"a":{"b":1}}, ["a.c"]],
    [{"missing":{"merge":["x",{"if":[{"var":"more"},["y","z"],[]]}]}}, {"more":true,"z":1}, ["x","y"]],
    [{"missing":{"merge":["x",{"if":[{"var":"more"},["y","z"],[]]}]}}, {"x":1}, []],
    [{"if":[{"missing":["a"]},"incomplete","complete"]}, {"a":1}, "complete"],
    [{"if":[{"missing":["a"]},"incomplete","complete"]}, {"b":1}, "incomplete"],
    [{"missing":[[1,0]]}, ["zero"], [1]]
  ]$json$),
  ('missing_some', $json$[
    [{"missing_some":[1,["a","b"]]}, {"a":1}, []],
    [{"missing_some":[1,["a","b"]]}, {"c":1}, ["a","b"]],
    [{"missing_some":[2,["a","b","c"]]}, {"a":1,"c":1}, []],
    [{"missing_some":[2,["a","b","c"]]}, {"a":1}, ["b","c"]],
    [{"missing_some":[0,["a"]]}, {}, []],
    [{"missing_some":[1,[]]}, {}, []]
  ]$json$),
  ('min and max', $json$[
    [{"max":[1,3,2]}, {}, 3],
    [{"max":["10",9]}, {}, 10],
    [{"max":[-5]}, {}, -5],
    [{"max":[null,-1]}, {}, 0],
    [{"max":["x",1]}, {}, null],
    [{"max":[]}, {}, null],
    [{"min":[1,3,-2]}, {}, -2],
    [{"min":["10",9]}, {}, 9],
    [{"min":[true,2]}, {}, 1],
    [{"min":[]}, {}, null],
    [{"min":[{"var":"a"},{"var":"b"}]}, {"a":4,"b":3}, 3]
  ]$json$),
  ('arithmetic', $json$[
    [{"+":[1,2]}, {}, 3],
    [{"+":[1,2,3,4]}, {}, 10],
    [{"+":["3.5",1]}, {}, 4.5],
    [{"+":"7"}, {}, 7],
    [{"+":["12abc",1]}, {}, 13],
    [{"+":["abc",1]}, {}, null],
    [{"+":[true,1]}, {}, null],
    [{"+":[]}, {}, 0],
    [{"+":[[1],2]}, {}, 3],
    [{"-":[5,3]}, {}, 2],
    [{"-":[3,5]}, {}, -2],
    [{"-":4}, {}, -4],
    [{"-":"4"}, {}, -4],
    [{"-":["7",2]}, {}, 5],
    [{"-":[true,2]}, {}, -1],
    [{"-":[null,2]}, {}, -2],
    [{"-":["x",2]}, {}, null],
    [{"-":["",2]}, {}, -2],
    [{"*":[3,4]}, {}, 12],
    [{"*":[2,2,2]}, {}, 8],
    [{"*":["3",2]}, {}, 6],
    [{"*":[5]}, {}, 5],
    [{"*":["5"]}, {}, "5"],
    [{"*":["a",2]}, {}, null],
    [{"*":[0.5,4]}, {}, 2],
    [{"*":[-1,0.25]}, {}, -0.25],
    [{"/":[8,2]}, {}, 4],
    [{"/":[1,4]}, {}, 0.25],
    [{"/":["9","3"]}, {}, 3],
    [{"/":[1,0]}, {}, null],
    [{"/":[0,0]}, {}, null],
    [{"/":[null,5]}, {}, 0],
    [{"%":[7,3]}, {}, 1],
    [{"%":[-7,3]}, {}, -1],
    [{"%":[7,-3]}, {}, 1],
    [{"%":[5.5,2]}, {}, 1.5],
    [{"%":["9",4]}, {}, 1],
    [{"%":[9,0]}, {}, null],
    [{"+":[{"*":[{"var":"n"},2]},{"-":[{"var":"n"},1]}]}, {"n":5}, 14]
  ]$json$),
  ('map, filter, reduce', $json$[
    [{"map":[{"var":"xs"},{"*":[{"var":""},2]}]}, {"xs":[1,2,3]}, [2,4,6]],
    [{"map":[{"var":"items"},{"var":"price"}]}, {"items":[{"price":3},{"price":4},{}]}, [3,4,null]],
    [{"map":[{"var":"none"},{"var":""}]}, {}, []],
    [{"map":[[],1]}, {}, []],
    [{"map":[[1,2],"same"]}, {}, ["same","same"]],
    [{"map":[[[1,2],[3]],{"var":"0"}]}, {}, [1,3]],
    [{"filter":[{"var":"xs"},{">":[{"var":""},1]}]}, {"xs":[1,2,3]}, [2,3]],
    [{"filter":[{"var":"xs"},{"%":[{"var":""},2]}]}, {"xs":[1,2,3,4,5]}, [1,3,5]],
    [{"filter":[{"var":"xs"},true]}, {"xs":["a",0]}, ["a",0]],
    [{"filter":[{"var":"xs"},false]}, {"xs":[1]}, []],
    [{"filter":["no list",true]}, {}, []],
    [{"filter":[{"var":"items"},{"in":[{"var":"kind"},["tea","soup"]]}]}, {"items":[{"kind":"tea"},{"kind":"rice"}]}, [{"kind":"tea"}]],
    [{"reduce":[{"var":"xs"},{"+":[{"var":"current"},{"var":"accumulator"}]},0]}, {"xs":[1,2,3,4]}, 10],
    [{"reduce":[{"var":"xs"},{"+":[{"var":"current"},{"var":"accumulator"}]},{"var":"start"}]}, {"xs":[1,2],"start":40}, 43],
    [{"reduce":[{"var":"xs"},{"max":[{"var":"current"},{"var":"accumulator"}]},0]}, {"xs":[4,9,2]}, 9],
    [{"reduce":[{"var":"items"},{"+":[{"var":"accumulator"},{"*":[{"var":"current.price"},{"var":"current.count"}]}]},0]}, {"items":[{"price":3,"count":2},{"price":5,"count":1}]}, 11],
    [{"reduce":[{"var":"none"},{"var":"current"},"initial"]}, {}, "initial"],
    [{"reduce":[{"var":"none"},{"var":"current"}]}, {}, null],
    [{"reduce":[[1,2],{"cat":[{"var":"accumulator"},{"var":"current"}]},"n"]}, {}, "n12"],
    [{"reduce":[[[1],[2,3]],{"merge":[{"var":"accumulator"},{"var":"current"}]},[]]}, {}, [1,2,3]]
  ]$json$),
  ('all, none, some', $json$[
    [{"all":[{"var":"xs"},{">":[{"var":""},0]}]}, {"xs":[1,2]}, true],
    [{"all":[{"var":"xs"},{">":[{"var":""},1]}]}, {"xs":[1,2]}, false],
    [{"all":[{"var":"xs"},true]}, {"xs":[]}, false],
    [{"all":[{"var":"none"},true]}, {}, false],
    [{"all":[{"var":"items"},{">=":[{"var":"qty"},1]}]}, {"items":[{"qty":1},{"qty":2}]}, true],
    [{"none":[{"var":"xs"},{">":[{"var":""},5]}]}, {"xs":[1,2]}, true],
    [{"none":[{"var":"xs"},{">":[{"var":""},1]}]}, {"xs":[1,2]}, false],
    [{"none":[{"var":"xs"},true]}, {"xs":[]}, true],
    [{"none":[{"var":"none"},true]}, {}, true],
    [{"some":[{"var":"xs"},{"==":[{"var":""},2]}]}, {"xs":[1,2]}, true],
    [{"some":[{"var":"xs"},{"==":[{"var":""},9]}]}, {"xs":[1,2]}, false],
    [{"some":[{"var":"xs"},true]}, {"xs":[]}, false],
    [{"some":[{"var":"none"},true]}, {}, false],
    [{"some":[{"var":"items"},{"all":[{"var":"tags"},{"!=":[{"var":""},"hot"]}]}]}, {"items":[{"tags":["hot"]},{"tags":["mild"]}]}, true]
  ]$json$),
  ('merge', $json$[
    [{"merge":[]}, {}, []],
    [{"merge":1}, {}, [1]],
    [{"merge":[1,2]}, {}, [1,2]],
    [{"merge":[[1],[2,3]]}, {}, [1,2,3]],
    [{"merge":[[1],2,[3]]}, {}, [1,2,3]],
    [{"merge":[[1,[2]],[]]}, {}, [1,[2]]],
    [{"merge":[null,"x"]}, {}, [null,"x"]],
    [{"merge":[{"var":"a"},{"var":"b"}]}, {"a":[1],"b":"y"}, [1,"y"]]
  ]$json$),
  ('in', $json$[
    [{"in":["b",["a","b"]]}, {}, true],
    [{"in":["c",["a","b"]]}, {}, false],
    [{"in":[1,["1"]]}, {}, false],
    [{"in":[1,[1,2]]}, {}, true],
    [{"in":[null,[null]]}, {}, true],
    [{"in":["pring","Springfield"]}, {}, true],
    [{"in":["x","Springfield"]}, {}, false],
    [{"in":["","abc"]}, {}, true],
    [{"in":[2,"123"]}, {}, true],
    [{"in":["a",null]}, {}, false],
    [{"in":["a",5]}, {}, false],
    [{"in":["a",""]}, {}, false],
    [{"in":[{"var":"tier"},["gold","silver"]]}, {"tier":"gold"}, true],
    [{"in":["vip",{"var":"tags"}]}, {"tags":["new","vip"]}, true]
  ]$json$),
  ('cat', $json$[
    [{"cat":["a","b"]}, {}, "ab"],
    [{"cat":"alone"}, {}, "alone"],
    [{"cat":[]}, {}, ""],
    [{"cat":["n",1,true]}, {}, "n1true"],
    [{"cat":["a",null,"b"]}, {}, "ab"],
    [{"cat":[1.50,"x"]}, {}, "1.5x"],
    [{"cat":["a",[1,[2,3]]]}, {}, "a1,2,3"],
    [{"cat":["total ",{"+":[1,2]}]}, {}, "total 3"]
  ]$json$),
  ('substr', $json$[
    [{"substr":["promotion",3]}, {}, "motion"],
    [{"substr":["promotion",-3]}, {}, "ion"],
    [{"substr":["promotion",0,3]}, {}, "pro"],
    [{"substr":["promotion",2,3]}, {}, "omo"],
    [{"substr":["promotion",-4,2]}, {}, "ti"],
    [{"substr":["promotion",0,-6]}, {}, "pro"],
    [{"substr":["promotion",-5,-2]}, {}, "oti"],
    [{"substr":["promotion",20]}, {}, ""],
    [{"substr":["promotion",-20,3]}, {}, "pro"],
    [{"substr":["promotion",2,0]}, {}, ""],
    [{"substr":["promotion",2,-20]}, {}, ""],
    [{"substr":[12345,1,2]}, {}, "23"],
    [{"substr":["满三十减五",1,2]}, {}, "三十"],
    [{"substr":["abc","1"]}, {}, "bc"]
  ]$json$),
  ('log answers its argument', $json$[
    [{"log":"seen"}, {}, "seen"],
    [{"log":{"+":[1,1]}}, {}, 2]
  ]$json$),
  ('rules of a shop', $json$[
    [{"and":[{">=":[{"var":"cart.subtotal_cents"},3000]},{"in":[{"var":"now.weekday"},[1,2,3,4,5]]},{"<=":[11,{"var":"now.hour"},13]}]}, {"cart":{"subtotal_cents":3600},"now":{"weekday":2,"hour":12}}, true],
    [{"or":[{"var":"customer.is_first_order"},{">=":[{"var":"customer.tier_level"},2]}]}, {"customer":{"is_first_order":false,"tier_level":1}}, false],
    [{">=":[{"reduce":[{"filter":[{"var":"cart.lines"},{"in":[{"var":"section_id"},["s1"]]}]},{"+":[{"var":"accumulator"},{"var":"current.quantity"}]},0]},3]}, {"cart":{"lines":[{"section_id":"s1","quantity":2},{"section_id":"s2","quantity":5},{"section_id":"s1","quantity":1}]}}, true]
  ]$json$);

select is(
  (select jsonb_agg(jsonb_build_object('rule', c -> 0, 'data', c -> 1, 'wanted', c -> 2, 'found', found))
   from jsonb_array_elements(list) c
   cross join lateral (select private.json_logic(c -> 0, c -> 1) as found) f
   where f.found is distinct from c -> 2),
  null, name)
from cases;

select is((select sum(jsonb_array_length(list)) from cases), 326::bigint, 'all of them were tried');

-- Amounts are decimal: a tenth and two tenths are three tenths.
select is(private.json_logic('{"+": [0.1, 0.2]}', null), '0.3', 'numbers are exact decimals');
select is(private.json_logic('{"/": [1, 3]}', null), '0.33333333333333333333', 'to twenty places');
select is(private.json_logic('{"*": [1e200, 1e200]}', null), 'null', 'infinity is null');
select is(private.json_logic('{"==": [[1, {"var": "x"}], [1, 2]]}', '{"x": 2}'), 'true', 'lists are equal when their contents are');

-- Bounds.
select throws_ok($$ select private.json_logic('{"power": [2, 8]}', null) $$, 'PT422', 'promotion.rule_unknown_operator', 'an unknown operator');
select throws_ok($$ select private.json_logic((repeat('{"!":', 80) || '1' || repeat('}', 80))::jsonb, null) $$,
  'PT422', 'promotion.rule_too_complex', 'too deep');
select throws_ok(
  $$ select private.json_logic('{"map": [{"var": ""}, {"map": [{"var": ""}, 1]}]}',
       (select jsonb_agg((select jsonb_agg(a) from generate_series(1, 200) a)) from generate_series(1, 200))) $$,
  'PT422', 'promotion.rule_too_complex', 'too many rounds');
select throws_ok(
  $$ select private.json_logic('{"reduce": [{"var": ""}, {"merge": [{"var": "accumulator"}, {"var": "accumulator"}, 1]}, []]}',
       (select jsonb_agg(a) from generate_series(1, 40) a)) $$,
  'PT422', 'promotion.rule_too_complex', 'a list that doubles');
select throws_ok(
  $$ select private.json_logic('{"reduce": [{"var": ""}, {"cat": [{"var": "accumulator"}, {"var": "accumulator"}]}, "xx"]}',
       (select jsonb_agg(a) from generate_series(1, 40) a)) $$,
  'PT422', 'promotion.rule_too_complex', 'a text that doubles');
select throws_ok($$ select private.check_json_logic('{"and": [true, {"evil": 1}]}') $$,
  'PT422', 'promotion.rule_unknown_operator', 'an unknown operator is found before it is saved');
select throws_ok($$ select private.check_json_logic((repeat('{"!":', 60) || '1' || repeat('}', 60))::jsonb) $$,
  'PT422', 'promotion.rule_too_complex', 'so is a deep rule');
select throws_ok($$ select private.check_json_logic((select jsonb_build_object('and', jsonb_agg(a)) from generate_series(1, 1200) a)) $$,
  'PT422', 'promotion.rule_too_complex', 'and a long one');
select lives_ok($$ select private.check_json_logic('{"if": [{"var": "a"}, {"a": 1, "b": 2}, {}]}') $$, 'objects that are values');
select is(private.fold_json_logic('{"and": [{">": [2, 1]}, true]}'), 'true', 'a rule without data is folded');
select is(private.fold_json_logic('{"==": [{"var": "x"}, 1]}'), '{"==": [{"var": "x"}, 1]}', 'a rule with data is kept');
select is((select provolatile::text from pg_proc where oid = 'private.json_logic(jsonb, jsonb)'::regprocedure), 'i', 'the evaluator is immutable');
select * from finish();
rollback;
