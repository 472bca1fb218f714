"""Lines of a pull, push or load as Docker JSON (pure)."""

from davit_engine.api.convert.configs import Json
from davit_engine.images.records import Progress


def progress(value: Progress) -> Json:
    """One progress line of a pull, push or load."""
    if value.stream:
        return {"stream": value.status}
    if value.aux is not None:
        return {"progressDetail": {}, "aux": value.aux}
    result: Json = {"status": value.status}
    if value.current is not None:
        detail: Json = {"current": value.current}
        if value.total:
            detail["total"] = value.total
        result["progressDetail"] = detail
        if bar := progress_bar(value.current, value.total or 0):
            result["progress"] = bar
    elif value.id and not value.status.startswith("Pulling from "):
        result["progressDetail"] = {}
    if value.id:
        result["id"] = value.id
    return result


def progress_error(message: str) -> Json:
    """The last line of a progress stream that failed."""
    return {"errorDetail": {"message": message}, "error": message}


def progress_bar(current: int, total: int) -> str:
    """Docker's bar of fifty characters with the sizes behind it."""
    if current <= 0 and total <= 0:
        return ""
    if total <= 0:
        return f"{size_text(current):>8}"
    filled = min(int(current / total * 100) // 2, 50)
    sizes = f"{size_text(current):>8}"
    if current <= total:
        sizes += f"/{size_text(total)}"
    return f"[{'=' * filled}>{' ' * (50 - filled)}] {sizes}"


def size_text(size: float) -> str:
    """Four significant digits and a decimal unit, as 3.623MB."""
    units = ("B", "kB", "MB", "GB", "TB", "PB", "EB")
    index = 0
    while size >= 1000 and index < len(units) - 1:
        size /= 1000
        index += 1
    return f"{size:.4g}{units[index]}"
