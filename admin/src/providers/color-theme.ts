import { useSyncExternalStore } from 'react';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'linli-admin-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return themeChoices.find((choice) => choice === stored) ?? 'system';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  dark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    dark.removeEventListener('change', listener);
  };
}

/** Puts the theme on the document, where the tokens read it, and keeps it there when the machine changes. */
export function applyTheme(): void {
  document.documentElement.dataset['theme'] = shownTheme();
}

dark.addEventListener('change', applyTheme);

function shownTheme(): 'light' | 'dark' {
  const choice = readChoice();
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}

/** Remembers and shows a theme; `system` follows the machine. */
export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice);
  applyTheme();
  listeners.forEach((listener) => listener());
}

/** The choice as it stands. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readChoice);
}

/** The theme that is shown now. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, shownTheme);
}
