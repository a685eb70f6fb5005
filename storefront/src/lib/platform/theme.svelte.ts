import type { Theme } from '@linli/ui/tokens';

export type ThemeChoice = 'system' | Theme;

const key = 'linli.theme';

class ThemeManager {
  choice = $state<ThemeChoice>('system');
  #systemIsDark = $state(false);
  /** The theme on screen. */
  readonly current: Theme = $derived(
    this.choice === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.choice,
  );

  /** Follows the system and what was chosen before; call once. */
  open(): void {
    const saved = document.documentElement.dataset['theme'];
    this.choice = saved === 'light' || saved === 'dark' ? saved : 'system';
    const media = matchMedia('(prefers-color-scheme: dark)');
    this.#systemIsDark = media.matches;
    media.addEventListener('change', (event) => (this.#systemIsDark = event.matches));
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    try {
      if (choice === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, choice);
    } catch {
      // The choice then lasts for this visit.
    }
    if (choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
  }
}

export const theme = new ThemeManager();
