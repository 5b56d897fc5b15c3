import { Press } from "@/components/forms/press";
import { Section } from "@/components/ui/section";
import { isFolded, pictureNames, pictures } from "@/lib/numbers/pictures";
import { arrangeAsItWas, placeSection, showPicture, showSection } from "@/lib/today/actions";
import { type Layout, sectionNames } from "@/lib/today/layout";

/** Sections up, down and away, and pictures to choose: buttons alone, so nobody has to drag. */
export function ArrangeToday({ layout, isArranged }: { layout: Layout; isArranged: boolean }) {
  return (
    <>
      <Section title="Sections">
        <ol>
          {layout.sections.map((section, at) => {
            const name = sectionNames[section];
            const isShown = !layout.hidden.includes(section);
            return (
              <li
                key={section}
                className="flex flex-wrap items-center justify-between gap-x-5 border-line border-t py-1.5 first:border-t-0"
              >
                <span className={isShown ? "" : "text-muted"}>
                  {name}
                  {!isShown && " (put away)"}
                </span>
                <span className="flex flex-wrap gap-x-5">
                  {at > 0 && (
                    <Press
                      action={placeSection}
                      about={{ section, place: String(at - 1) }}
                      says="Up"
                      label={`Move up: ${name}`}
                    />
                  )}
                  {at < layout.sections.length - 1 && (
                    <Press
                      action={placeSection}
                      about={{ section, place: String(at + 1) }}
                      says="Down"
                      label={`Move down: ${name}`}
                    />
                  )}
                  <Press
                    action={showSection}
                    about={{ section, turned: isShown ? "off" : "on" }}
                    says={isShown ? "Put away" : "Show"}
                    label={`${isShown ? "Put away" : "Show"}: ${name}`}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      </Section>
      <Section title="Pictures on Today">
        <p className="max-w-words text-muted">
          All of them are under Your numbers. Here you choose those that you would like to see each morning.
        </p>
        <ul className="mt-2">
          {pictures.map((picture) => {
            const isOn = layout.pictures.includes(picture);
            const name = pictureNames[picture];
            return (
              <li
                key={picture}
                className="flex flex-wrap items-center justify-between gap-x-5 border-line border-t py-1.5 first:border-t-0"
              >
                <span>
                  {name}
                  {isFolded(picture) && <span className="text-muted text-sm"> stays folded</span>}
                </span>
                <Press
                  action={showPicture}
                  about={{ picture, turned: isOn ? "off" : "on" }}
                  says={isOn ? "Take off Today" : "Put on Today"}
                  label={`${isOn ? "Take off" : "Put on"} Today: ${name}`}
                />
              </li>
            );
          })}
        </ul>
      </Section>
      {isArranged && (
        <div className="mt-9">
          <Press
            action={arrangeAsItWas}
            about={{}}
            says="Arrange it as it was"
            label="Arrange it as it was"
            variant="quiet"
          />
        </div>
      )}
    </>
  );
}
