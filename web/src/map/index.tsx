export { default } from "./MapScreen";
