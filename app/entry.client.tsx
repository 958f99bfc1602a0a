// Nothing on a page needs this script: it only adds to what forms and links do.
document.documentElement.dataset.enhanced = "yes";
