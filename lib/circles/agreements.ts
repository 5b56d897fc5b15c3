/** What a circle agrees on until it writes its own. */
export const DEFAULT_AGREEMENTS = `What is said here stays here.
We are kind, to each other and to ourselves.
We listen first. Ideas come only when somebody asks for them.
We name no employers.`;
