/** A tone: start and length in seconds, pitch in hertz. */
export interface Tone {
  at: number;
  length: number;
  hertz: number;
  shape: OscillatorType;
}

export type TuneName = 'offer' | 'cancel' | 'message';

/** Three tunes that no one mixes up without looking: rising and bright, falling and harsh, one soft ping. */
export const tunes: Record<TuneName, { tones: Tone[]; vibration: number[] }> = {
  offer: {
    tones: [
      { at: 0, length: 0.16, hertz: 659, shape: 'triangle' },
      { at: 0.17, length: 0.16, hertz: 831, shape: 'triangle' },
      { at: 0.34, length: 0.34, hertz: 988, shape: 'triangle' },
      { at: 0.72, length: 0.16, hertz: 831, shape: 'triangle' },
      { at: 0.89, length: 0.4, hertz: 988, shape: 'triangle' },
    ],
    vibration: [200, 100, 200, 100, 400],
  },
  cancel: {
    tones: [
      { at: 0, length: 0.28, hertz: 392, shape: 'square' },
      { at: 0.32, length: 0.55, hertz: 262, shape: 'square' },
    ],
    vibration: [600, 150, 600],
  },
  message: {
    tones: [{ at: 0, length: 0.22, hertz: 1319, shape: 'sine' }],
    vibration: [80],
  },
};
