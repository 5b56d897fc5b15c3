/**
 * For what Next itself does not find. It travels along with every page, so it is bare: pages say for themselves
 * what is not there (components/layout/page.tsx), and addresses that lead nowhere have a page of their own.
 */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-[38rem] px-5 py-16">
      <title>Not here · Onward</title>
      <h1 className="font-medium font-serif text-3xl">There is nothing here for you to see</h1>
      <a href="/" className="link">
        Go to the first page
      </a>
    </main>
  );
}
