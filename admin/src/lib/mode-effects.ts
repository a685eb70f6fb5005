type Terms = {
  travel_factor: number;
  extra_promise_minutes: number;
  extra_in_hand: number;
  radius_factor: number;
};
export type ModeEffect = {
  effect: 'travel' | 'promise' | 'in_hand' | 'radius';
  /** As it is written: 1.3, 10, +1. */
  amount: string;
};

/** What an incident mode changes, without what it leaves alone. */
export function modeEffects(terms: Terms): ModeEffect[] {
  const effects: (ModeEffect | false)[] = [
    terms.travel_factor !== 1 && { effect: 'travel', amount: String(terms.travel_factor) },
    terms.extra_promise_minutes !== 0 && { effect: 'promise', amount: String(terms.extra_promise_minutes) },
    terms.extra_in_hand !== 0 && {
      effect: 'in_hand',
      amount: `${terms.extra_in_hand > 0 ? '+' : '−'}${Math.abs(terms.extra_in_hand)}`,
    },
    terms.radius_factor !== 1 && { effect: 'radius', amount: String(terms.radius_factor) },
  ];
  return effects.filter((effect) => effect !== false);
}
