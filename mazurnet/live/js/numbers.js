// Numbers, as the pictures and the formulas of the lessons write them, and as a reader types them.

const RAISED = { "-": "⁻", ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].entries()) };

/** A number as a picture shows it: a few digits and a true minus sign. */
export function short(number, sign = false) {
  const value = number + 0; // no minus before a zero
  const size = Math.abs(value);
  let text;
  if (size === Infinity) text = value < 0 ? "-∞" : "∞";
  else if (size < 1000 && Number(value.toFixed(2)) === value) text = value.toFixed(2);
  else if (size >= 0.01 && size < 1000) text = fourDecimals(value);
  else if (size >= 0.0001 && size < 0.01) text = plain(value);
  else text = powered(value, 1);
  return ((sign && value > 0 ? "+" : "") + text).replace("-", "−");
}

/** A number as the article prints it: nine decimals, fewer where fewer are exact. */
export function decimal(number) {
  const { digits, power } = decimalParts(number);
  return digits.replace("-", "−") + (power === null ? "" : `·10${raised(power)}`);
}

/** The digits of `decimal`, and the power of ten where it has one. */
export function decimalParts(number) {
  if (!Number.isFinite(number)) return { digits: number < 0 ? "-∞" : "∞", power: null };
  const near = Number(number.toPrecision(15));
  const value = Number.isFinite(near) ? near : number; // the largest number, rounded, is none
  const size = Math.abs(value);
  if (value && !(size >= 1e-4 && size < 1e9)) {
    const [mantissa, power] = value.toExponential().split("e");
    const digits = tied(mantissa, 8) ?? value.toExponential(8).split("e")[0];
    return { digits, power: Number(value.toExponential(8).split("e")[1]) };
  }
  const places = Math.min(9, 14 - Math.floor(Math.log10(size || 1))); // fifteen digits, no more
  const fixed = tied(String(value), 9) ?? value.toFixed(places);
  const exact = places < 9 || Number(fixed) === value;
  return { digits: exact ? fixed.replace(/\.?0+$/, "") : fixed, power: null };
}

/** What a reader typed: `{ number }`, or `{ refusal }` in words; `whole` ones may say 10,000. */
export function parse(typed, whole = false) {
  let text = typed.trim().replaceAll("−", "-");
  if (whole && /^[1-9]\d{0,2}(,\d{3})+$/.test(text)) text = text.replaceAll(",", "");
  if (!text) return { refusal: "Type a number such as 0.5." };
  if (/^[-+]?\d+,\d+$/.test(text)) return { refusal: "Write it with a point, as in 0.5." };
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) {
    return { refusal: "That is not a number such as 0.5." };
  }
  const number = Number(text);
  if (!Number.isFinite(number)) return { refusal: "That is too large for a computer's numbers." };
  return { number };
}

/** A power of ten as a tick shows it. */
export function powerOfTen(power) {
  return power === 0 ? "1" : `10${raised(power)}`;
}

// As Python rounds: what lies exactly between two numbers goes to the even one.
function tied(text, places) {
  const decimals = text.split(".")[1] ?? "";
  if (decimals.length !== places + 1 || !decimals.endsWith("5")) return undefined;
  const cut = text.slice(0, -1);
  return /[02468]$/.test(cut) ? cut : Number(`${text}1`).toFixed(places);
}

function fourDecimals(value) {
  const between = Math.abs(value * 32) % 2 === 1;
  return (between && tied(String(value), 4)) || value.toFixed(4);
}

function plain(value) {
  const [digits, power] = value.toExponential(2).split("e");
  return Number(`${digits}e${power}`).toFixed(2 - Number(power));
}

function powered(value, places) {
  const [digits, power] = value.toExponential(places).split("e");
  return `${digits}·10${raised(Number(power))}`;
}

function raised(power) {
  return String(power).replace(/./g, (sign) => RAISED[sign]);
}
