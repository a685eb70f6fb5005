import { useGetIdentity } from '@refinedev/core';
import type { User } from '@supabase/supabase-js';
import { PrivateFile } from './private-file.tsx';

type Props = { id?: string; value?: string; onChange?: (path: string) => void };

/** The scan or photo of a licence, in the folder of the person who hands it in. */
export function LicenseFile(props: Props) {
  const userId = useGetIdentity<User>().data?.id;
  return <PrivateFile {...props} bucket="licenses" folder={userId} />;
}
