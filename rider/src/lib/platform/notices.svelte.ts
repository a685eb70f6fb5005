export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

export interface Notice {
  id: number;
  tone: NoticeTone;
  text: string;
}

const shownMs = 6_000;

/** Short messages on top of everything; each goes away by itself. */
export class Notices {
  list = $state.raw<Notice[]>([]);
  #nextId = 1;

  /** Shows a message; the same text is not stacked. */
  show(text: string, tone: NoticeTone = 'info'): void {
    const id = this.#nextId++;
    this.list = [...this.list.filter((one) => one.text !== text), { id, tone, text }].slice(-3);
    setTimeout(() => this.dismiss(id), shownMs);
  }

  /** Takes a message away. */
  dismiss(id: number): void {
    this.list = this.list.filter((one) => one.id !== id);
  }
}
