import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onNotice } from '../providers/notices.ts';

/** Shows Refine's notices as antd messages. An error whose text is a key is put into words. */
export function NoticeOutlet() {
  const { message } = App.useApp();
  const { t, i18n } = useTranslation();
  useEffect(
    () =>
      onNotice((notice) => {
        if (notice.kind === 'close') return message.destroy(notice.key);
        const { key, message: text, description, type } = notice.params;
        const errorKey = `error.${description ?? text}`;
        const known = i18n.exists(errorKey) ? errorKey : 'error.platform.unknown';
        const content = type === 'error' ? t(known as 'error.platform.unknown') : text;
        void message.open({ key, content, type: type === 'progress' ? 'loading' : type });
      }),
    [message, t, i18n],
  );
  return null;
}
