/**
 * Passkeys in the browser: asks the server for a challenge, lets the device answer it, and hands the answer back. The
 * only script of the office; the pages around it work without.
 */
const PATHS = {
  "sign-in": { offer: "/sign-in/passkey/offer", take: "/sign-in/passkey" },
  add: { offer: "/account/passkeys/offer", take: "/account/passkeys" },
} as const;

type Act = keyof typeof PATHS;

for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) wake(place);

function wake(place: HTMLElement): void {
  const button = place.querySelector("button");
  const words = place.querySelector<HTMLElement>("[data-passkey-words]");
  if (button === null || words === null) return;
  if (!("parseRequestOptionsFromJSON" in (globalThis.PublicKeyCredential ?? {}))) {
    words.textContent = place.dataset.unable ?? "";
    return;
  }
  words.textContent = "";
  button.hidden = false;
  button.addEventListener("click", async () => {
    words.textContent = place.dataset.working ?? "";
    const isTaken = await ask(place).catch(() => false);
    if (isTaken) location.assign(place.dataset.next ?? "/account");
    else words.textContent = place.dataset.refused ?? "";
  });
}

async function ask(place: HTMLElement): Promise<boolean> {
  const act: Act = place.dataset.passkey === "add" ? "add" : "sign-in";
  const offer = await send(PATHS[act].offer, {});
  if (!offer.ok) return false;
  const options = await offer.json();
  const credential = act === "add" ? await create(options) : await get(options);
  if (!(credential instanceof PublicKeyCredential)) return false;
  const field = document.getElementById(place.dataset.nameField ?? "");
  const name = field instanceof HTMLInputElement ? field.value : "";
  return (await send(PATHS[act].take, { response: credential.toJSON(), name })).ok;
}

function create(options: PublicKeyCredentialCreationOptionsJSON): Promise<Credential | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return navigator.credentials.create({ publicKey });
}

/** The device must check who holds it: that makes a passkey two factors. */
function get(options: PublicKeyCredentialRequestOptionsJSON): Promise<Credential | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: "required" });
  return navigator.credentials.get({ publicKey });
}

function send(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}
