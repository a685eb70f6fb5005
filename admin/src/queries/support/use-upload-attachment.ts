import { newKey } from '@linli/database';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { preparePicture } from '../../components/prepare-picture.ts';
import { AppError, asAppError } from '../../lib/app-error.ts';

/** Puts a picture for a conversation into one's own folder of the private bucket and answers its name. */
export function useUploadAttachment() {
  const client = useClient();
  const { roles } = useWorkspace();
  return useMutation({
    mutationFn: async (file: Blob): Promise<string> => {
      const picture = await preparePicture(file).catch(() => {
        throw new AppError({ key: 'picture.unreadable', status: 422, detail: {} });
      });
      const name = `${roles.user_id}/${newKey()}.webp`;
      const { error } = await client.storage
        .from('after-sale')
        .upload(name, picture, { contentType: 'image/webp' });
      if (error) throw asAppError(error);
      return name;
    },
  });
}
