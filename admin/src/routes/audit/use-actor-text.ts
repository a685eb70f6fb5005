import { useText } from '../../providers/use-text.ts';
import { useTranslation } from 'react-i18next';

type Actor = { actor_name: string | null; actor_role: string };

/** Who did it, by name and role; functions and workflows have no name. */
export function useActorText(): (actor: Actor) => string {
  const text = useText();
  const { i18n } = useTranslation();
  return ({ actor_name, actor_role }) => {
    const role = actor_role.split(':').at(-1) ?? actor_role;
    const word = i18n.exists(`role.${role}`)
      ? text(`role.${role as 'admin'}`)
      : role === 'customer'
        ? text('actor.customer')
        : text('actor.system');
    return actor_name ? `${actor_name} · ${word}` : word;
  };
}
