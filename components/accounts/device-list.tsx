import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Time } from "@/components/ui/time";
import { signOutElsewhere, signOutThere } from "@/lib/devices/actions";
import type { DeviceLine } from "@/lib/devices/queries";

/** Every browser in which a member is signed in, this one first, and how to end it there. */
export function DeviceList({ devices }: { devices: DeviceLine[] }) {
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {devices.map((device) => (
          <li key={device.mark} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium">
                {device.words}
                {device.isThis && <span className="font-normal text-muted">, this one</span>}
              </p>
              <p className="text-muted text-sm">
                Signed in <Time moment={device.begun} />
                {!device.isThis && (
                  <>
                    , last seen <Time moment={device.seen} />
                  </>
                )}
              </p>
            </div>
            {!device.isThis && (
              <Form
                action={signOutThere}
                label={`Sign out on ${device.words}, signed in ${device.begun.said}`}
                className="grid"
              >
                <HiddenField name="device" value={device.mark} />
                <SubmitButton variant="quiet" pendingText="Signing out">
                  Sign out there
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-words text-muted text-sm">
        A device that you have not used for fourteen days is signed out by itself, and every one after ninety.
      </p>
      {devices.length > 1 && (
        <div className="mt-4">
          <Form action={signOutElsewhere}>
            <SubmitButton variant="quiet" pendingText="Signing out">
              Sign out everywhere else
            </SubmitButton>
          </Form>
        </div>
      )}
    </>
  );
}
