import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { tablesIn } from "../patterns/tables";

/* A picture read back: what its shapes say, so that it can be counted again. */

export type Shape = { path: string; look: string; fill: string };

export const draw = (drawing: ReactElement) => renderToStaticMarkup(drawing);

/** The paths of a picture, in the order in which they are drawn. */
export const shapesIn = (drawn: string): Shape[] =>
  [...drawn.matchAll(/<path ([^>]*)>/g)].map(([, attributes = ""]) => ({
    path: /(?:^| )d="([^"]*)"/.exec(attributes)?.[1] ?? "",
    look: /class="([^"]*)"/.exec(attributes)?.[1] ?? "",
    fill: /fill="([^"]*)"/.exec(attributes)?.[1] ?? "",
  }));

export const pathOf = (drawn: string, look: string): string =>
  shapesIn(drawn).findLast((shape) => shape.look === look)?.path ?? "";

const numbers = (text: string) => text.split(/[ ,]+/).map(Number);

/** Columns of a path, each with where it stands and how high it is. */
export const columnsIn = (path: string) =>
  [...path.matchAll(/M([\d.]+) ([\d.]+)v-([\d.]+)h([\d.]+)v([\d.]+)z/g)].map(([, ...all]) => {
    const [x = 0, bottom = 0, high = 0, wide = 0] = all.map(Number);
    return { x, bottom, high, wide };
  });

/** Dots of a path. */
export const dotsIn = (path: string) =>
  [...path.matchAll(/M([\d.]+ [\d.]+)h\.01/g)].map(([, at = ""]) => {
    const [x = 0, y = 0] = numbers(at);
    return { x, y };
  });

/** Squares of a path. */
export const squaresIn = (path: string) =>
  [...path.matchAll(/M([\d.]+ [\d.]+)h([\d.]+)v/g)].map(([, at = "", side]) => {
    const [x = 0, y = 0] = numbers(at);
    return { x, y, side: Number(side) };
  });

/** The numbers of its table, row by row, without what a row is called. */
export const tableOf = (drawn: string): string[][] =>
  Object.values(tablesIn(drawn))[0]?.map(([, ...cells]) =>
    cells.map((cell) => cell.replace(/<[^>]+>/g, "")),
  ) ?? [];

/** Which of so many equal parts of a hundred something stands in. */
export const partAt = (x: number, parts: number) => Math.floor((x * parts) / 100 + 1e-6);
