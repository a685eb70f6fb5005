import { useWorkspace } from '../app/workspace.ts';
import { allows } from '../lib/access.ts';

/** Whether this person may do something here; hides what the database would refuse. */
export function useMay(resource: string, action: string): boolean {
  const { roles, workspace, store } = useWorkspace();
  return allows(roles, workspace, resource, action, store?.id);
}
