import type { ReceptionTint } from "#app/method/reception-tint.ts";

/** The ground of each step of the reception scale on paper, and the ink on it. Source: DESIGN.md, section 4. */
export const RECEPTION_COLOURS: Readonly<Record<ReceptionTint, { ground: string; ink: string }>> = {
  n2: { ground: "#9C4A1A", ink: "#FFFFFF" },
  n1: { ground: "#E3A878", ink: "#1B2430" },
  "0": { ground: "#ECE9E2", ink: "#1B2430" },
  p1: { ground: "#8FB8D2", ink: "#1B2430" },
  p2: { ground: "#1F5F8B", ink: "#FFFFFF" },
  nu: { ground: "#F3DDCB", ink: "#1B2430" },
  mx: { ground: "#E4DCEB", ink: "#1B2430" },
  pu: { ground: "#D3E2EC", ink: "#1B2430" },
};
