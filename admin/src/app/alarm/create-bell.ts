export type Bell = {
  /** Rings until `stop`, as one looped sound, which a tab in the background keeps playing. */
  start: () => void;
  stop: () => void;
  /** Call from a click or key press: a browser lets a page sound only after one. */
  unlock: () => Promise<void>;
  /** Whether the browser lets the page sound. */
  isUnlocked: () => boolean;
};

const loopSeconds = 3;
const notes = [
  { at: 0, hertz: 880 },
  { at: 0.18, hertz: 1174.7 },
  { at: 0.36, hertz: 1568 },
] as const;

/** The bell for a new order: three rising notes, then a pause, again and again. */
export function createBell(): Bell {
  let context: AudioContext | undefined;
  let playing: AudioBufferSourceNode | undefined;
  const ready = (): AudioContext => (context ??= new AudioContext());

  return {
    start() {
      if (playing) return;
      const audio = ready();
      void audio.resume();
      playing = audio.createBufferSource();
      playing.buffer = drawNotes(audio);
      playing.loop = true;
      playing.connect(audio.destination);
      playing.start();
    },
    stop() {
      playing?.stop();
      playing?.disconnect();
      playing = undefined;
    },
    async unlock() {
      await ready().resume();
    },
    isUnlocked: () => ready().state === 'running',
  };
}

function drawNotes(audio: AudioContext): AudioBuffer {
  const buffer = audio.createBuffer(1, audio.sampleRate * loopSeconds, audio.sampleRate);
  const samples = buffer.getChannelData(0);
  for (const { at, hertz } of notes) {
    const first = Math.floor(at * audio.sampleRate);
    for (let index = first; index < samples.length; index += 1) {
      const seconds = (index - first) / audio.sampleRate;
      const loudness = 0.35 * Math.min(1, seconds * 80) * Math.exp(-4 * seconds);
      if (seconds > 1.6) break;
      samples[index] = (samples[index] ?? 0) + loudness * Math.sin(2 * Math.PI * hertz * seconds);
    }
  }
  return buffer;
}
