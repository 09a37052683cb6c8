// The part of Observable Plot that the pages draw with.
export {axisX, axisY, dot, gridX, link, plot, ruleY, text, vector} from "@observablehq/plot";
