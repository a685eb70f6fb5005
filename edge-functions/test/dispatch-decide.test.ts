import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../_shared/dispatch/decide.ts';
import { delivery, minute, noon, problem, rider } from './dispatch-problem.ts';

const pairs = (plan: ReturnType<typeof decide>) =>
  plan.offers.map((offer) => `${offer.delivery_id}-${offer.rider_id}`).sort();

test('the nearest rider is offered the task, and the runner-up is told apart', () => {
  const plan = decide(
    problem(
      [delivery('d1')],
      [rider('near'), rider('far')],
      [
        ['near', 'd1', 60],
        ['far', 'd1', 300],
      ],
    ),
  );
  assert.deepEqual(pairs(plan), ['d1-near']);
  const [offer] = plan.offers;
  assert.equal(offer?.to_store_seconds, 60);
  assert.equal(offer?.explanation.key, 'dispatch.why.best');
  assert.equal(offer?.explanation.chosen.travel_source, 'road');
  assert.equal(offer?.explanation.chosen.arrives_at, new Date(minute(1)).toISOString());
  assert.equal(offer?.explanation.runner_up?.rider_id, 'far');
  assert.equal(offer?.explanation.runner_up?.key, 'dispatch.why.arrives_late');
});

test('all tasks together count, not the first come', () => {
  const plan = decide(
    problem(
      [delivery('d1'), delivery('d2')],
      [rider('a'), rider('b')],
      [
        ['a', 'd1', 60],
        ['b', 'd1', 90],
        ['a', 'd2', 70],
        ['b', 'd2', 900],
      ],
    ),
  );
  assert.deepEqual(pairs(plan), ['d1-b', 'd2-a']);
  const first = plan.offers.find((offer) => offer.delivery_id === 'd1')?.explanation;
  assert.equal(first?.key, 'dispatch.why.best_together');
  assert.equal(first?.runner_up?.key, 'dispatch.why.needed_elsewhere');
  assert.equal(first?.runner_up?.needed_for_delivery_id, 'd2');
});

test('nobody is asked long before having to leave', () => {
  const early = delivery('d1', { readyAt: minute(10) });
  const riders = [rider('a')];
  const held = decide(problem([early], riders, [['a', 'd1', 120]]));
  assert.deepEqual(held.held, [
    { delivery_id: 'd1', key: 'dispatch.held.too_early', until: new Date(minute(8) - 160_000).toISOString() },
  ]);
  const later = problem([early], riders, [['a', 'd1', 120]], { at: minute(6) });
  assert.deepEqual(pairs(decide(later)), ['d1-a']);
});

test('a task beyond the look-ahead is left for later, unless its only rider is far', () => {
  const late = delivery('d1', { readyAt: minute(20) });
  const plan = decide(problem([late], [rider('a')], [['a', 'd1', 120]]));
  assert.deepEqual(plan.held, [{ delivery_id: 'd1', key: 'dispatch.held.not_due', until: null }]);
  assert.deepEqual(pairs(decide(problem([late], [rider('a')], [['a', 'd1', 1100]]))), ['d1-a']);
});

test('a task that can wait leaves its rider to one that cannot', () => {
  const town = [delivery('later', { readyAt: minute(8) }), delivery('now', { readyAt: noon })];
  const plan = decide(
    problem(
      town,
      [rider('a')],
      [
        ['a', 'later', 10],
        ['a', 'now', 600],
      ],
    ),
  );
  assert.deepEqual(pairs(plan), ['now-a']);
  assert.deepEqual(
    plan.held.map((one) => one.key),
    ['dispatch.held.riders_short'],
  );
});

test('excluded, full-handed and far-off riders are not asked', () => {
  const plan = decide(
    problem(
      [delivery('d1', { excludedRiderIds: ['said-no'] })],
      [rider('said-no'), rider('full', { inHand: 3 }), rider('far', { lon: 121.2 })],
      [
        ['said-no', 'd1', 10],
        ['full', 'd1', 10],
        ['far', 'd1', 10],
      ],
    ),
  );
  assert.deepEqual(plan, {
    offers: [],
    held: [{ delivery_id: 'd1', key: 'dispatch.held.no_rider', until: null }],
  });
});

test('a straight line is the last resort and is marked', () => {
  const plan = decide(problem([delivery('d1')], [rider('a', { lon: 121.01 })], []));
  const chosen = plan.offers[0]?.explanation.chosen;
  assert.equal(chosen?.travel_source, 'straight_line');
  assert.ok(
    chosen && chosen.travel_seconds > 240 && chosen.travel_seconds < 300,
    `${chosen?.travel_seconds}`,
  );
});

test('a rider with a task in hand is counted from when it is done', () => {
  const riders = [rider('busy', { inHand: 1, freeAt: minute(10) }), rider('free')];
  const plan = decide(
    problem([delivery('d1')], riders, [
      ['busy', 'd1', 10],
      ['free', 'd1', 400],
    ]),
  );
  assert.deepEqual(pairs(plan), ['d1-free']);
  assert.equal(plan.offers[0]?.explanation.runner_up?.key, 'dispatch.why.arrives_late');
});

test('the same problem gives the same plan, and each task has one answer', () => {
  const deliveries = Array.from({ length: 40 }, (_, i) =>
    delivery(`d${i}`, { store: { lon: 121 + (i % 7) / 900, lat: 31 + (i % 5) / 900 } }),
  );
  const riders = Array.from({ length: 30 }, (_, i) => rider(`r${i}`, { lon: 121 + i / 2000 }));
  const plan = decide(problem(deliveries, riders, []));
  assert.deepEqual(plan, decide(problem(deliveries, [...riders].reverse(), [])));
  assert.equal(plan.offers.length, 30);
  assert.equal(plan.offers.length + plan.held.length, 40);
  assert.equal(new Set(plan.offers.map((offer) => offer.rider_id)).size, 30);
});
