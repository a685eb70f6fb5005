import { tunes, type Tone, type TuneName } from './tunes.ts';

const mutedKey = 'linli-rider.muted';
const loudness = 0.35;

/** Generated tunes with vibration. Browsers let sound out only after a touch: call `unlock` from the first one. */
export class Sounds {
  isMuted = $state(localStorage.getItem(mutedKey) === 'yes');
  #context: AudioContext | null = null;

  unlock(): void {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') void this.#context.resume();
  }

  setMuted(muted: boolean): void {
    this.isMuted = muted;
    localStorage.setItem(mutedKey, muted ? 'yes' : 'no');
  }

  /** Plays a tune, unless muted; the phone vibrates in any case. */
  play(name: TuneName): void {
    const { tones, vibration } = tunes[name];
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(vibration);
    if (this.isMuted || this.#context?.state !== 'running') return;
    for (const tone of tones) this.#sound(this.#context, tone);
  }

  #sound(context: AudioContext, { at, length, hertz, shape }: Tone): void {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const start = context.currentTime + at;
    oscillator.type = shape;
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(shape === 'square' ? loudness / 2 : loudness, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + length);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
}
