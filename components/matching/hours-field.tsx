"use client";
import { described, Hint, Problem } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";

const PARTS = [
  ["morning", "Morning", "9 to 12"],
  ["afternoon", "Afternoon", "13 to 17"],
  ["evening", "Evening", "18 to 21"],
] as const;
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The parts of a week in which somebody is free: a box for each, in a small table. */
export function HoursField({ defaultValue }: { defaultValue: string[] }) {
  const field = useField("hours", defaultValue, true);
  const hint = "By your own clock. The more you tick, the sooner a circle is found.";
  return (
    <fieldset className="min-w-0" aria-describedby={described(field, hint)["aria-describedby"]}>
      <legend className="mb-1 font-medium">When you are free for an hour and a half</legend>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.errorId}>{field.error}</Problem>
      <table className="w-full max-w-md table-fixed text-left">
        <thead>
          <tr>
            <td className="w-[34%]" />
            {PARTS.map(([part, says, clock]) => (
              <th key={part} scope="col" className="pb-1.5 text-center font-normal text-sm leading-snug">
                {says}
                <span className="block text-muted text-xs">{clock}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day, at) => (
            <tr key={day} className="border-line border-t">
              <th scope="row" className="truncate pr-2 font-normal">
                {day}
              </th>
              {PARTS.map(([part]) => {
                const value = `${at + 1}-${part}`;
                return (
                  <td key={part} className="p-0">
                    <label className="flex min-h-11 items-center justify-center">
                      <span className="sr-only">
                        {day} {part}
                      </span>
                      <input
                        id={value === "1-morning" ? field.id : undefined}
                        type="checkbox"
                        name="hours"
                        value={value}
                        defaultChecked={field.values.includes(value)}
                        className="size-5.5"
                      />
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
