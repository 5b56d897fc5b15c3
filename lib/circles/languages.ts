/** The languages that are offered by name, each as its speakers call it. A circle may speak any other. */
export const LANGUAGES = [
  "English",
  "Deutsch",
  "Español",
  "Français",
  "Italiano",
  "Nederlands",
  "Polski",
  "Português",
  "Svenska",
  "Türkçe",
  "Українська",
  "Русский",
  "العربية",
  "فارسی",
  "हिन्दी",
  "中文",
  "日本語",
  "한국어",
] as const;

export type OfferedLanguage = (typeof LANGUAGES)[number];
