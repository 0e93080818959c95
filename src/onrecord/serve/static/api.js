// What the pages ask of the server. A change carries the token of the page; an answer that is no success is an error
// whose message is for the person.
const token = document.querySelector('meta[name="csrf"]').content;

const answered = async (response) => {
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(said.problem ?? "The server did not answer as it should.");
  return said;
};

export const get = async (path) => answered(await fetch(path, { headers: { accept: "application/json" } }));

export const post = async (path, sent) =>
  answered(
    await fetch(path, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json", "x-csrf": token },
      body: JSON.stringify(sent),
    }),
  );

// An element with its text: words from outside are text here, never markup.
export const make = (name, { text, ...properties } = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
};

export const button = (text, press, more = {}) => {
  const element = make("button", { type: "button", text, ...more });
  element.addEventListener("click", press);
  return element;
};
