import { useCreate, useDelete, useUpdate, type BaseRecord } from '@refinedev/core';

export type RecordSaver = {
  /** Creates, or changes the record with this id. Throws a keyed error. */
  save: (values: object, id?: string) => Promise<BaseRecord>;
  remove: (id: string) => Promise<unknown>;
};

/** Saves and deletes records of a resource; its lists read again by themselves. Errors are left to the caller. */
export function useSaveRecord(resource: string): RecordSaver {
  const create = useCreate();
  const update = useUpdate();
  const remove = useDelete();
  return {
    async save(values, id) {
      const answer =
        id === undefined
          ? await create.mutateAsync({ resource, values, errorNotification: false })
          : await update.mutateAsync({ resource, id, values, errorNotification: false });
      return answer.data;
    },
    remove: (id) => remove.mutateAsync({ resource, id, errorNotification: false }),
  };
}
