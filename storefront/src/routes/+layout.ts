// One static shell for every address; what it shows depends on who looks at it.
export const ssr = false;
export const prerender = false;
