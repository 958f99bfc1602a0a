import { afterAll } from "vitest";
import { endFile } from "./end-of-file.ts";

// Read anew for each file; what it imports is not, so that what is to end stands apart from here.
afterAll(endFile);
