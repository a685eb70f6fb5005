export interface Toast {
  id: number;
  text: string;
  tone: 'neutral' | 'danger';
}

/** How long a toast stays (milliseconds). */
const stayFor = 4000;

class Toasts {
  items = $state.raw<Toast[]>([]);
  #next = 0;

  /** Says something in passing; screen readers read it out. */
  show(text: string, tone: Toast['tone'] = 'neutral'): void {
    const id = ++this.#next;
    this.items = [...this.items.slice(-1), { id, text, tone }];
    setTimeout(() => (this.items = this.items.filter((toast) => toast.id !== id)), stayFor);
  }
}

export const toasts = new Toasts();
