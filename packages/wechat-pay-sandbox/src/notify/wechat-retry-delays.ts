/** WeChat Pay's schedule: 15 s, 15 s, 30 s, 3 min … 6 h, about one day in all. */
export const wechatRetryDelaysMs: readonly number[] = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
].map((seconds) => seconds * 1000);
