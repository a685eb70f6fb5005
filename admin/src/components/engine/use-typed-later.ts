import { useEffect, useState } from 'react';

/** What was typed, once nothing more is typed for a moment. */
export function useTypedLater(typed: string, wait = 250): string {
  const [value, setValue] = useState(typed);
  useEffect(() => {
    const timer = window.setTimeout(() => setValue(typed), wait);
    return () => window.clearTimeout(timer);
  }, [typed, wait]);
  return value;
}
